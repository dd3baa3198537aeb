"""How often a page's article is found, by the way that the page is made."""
