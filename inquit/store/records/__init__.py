"""Records and what is done with them: bookmarks, notes, corrections, feeds, drafts."""
