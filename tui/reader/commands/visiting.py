"""Commands of the screen, of articles and feeds, and of the program."""

from __future__ import annotations

from widgets.command import Section

# A row of the table is a line.
# fmt: off

_layout = Section(title="On the screen")
_articles = Section(title="Articles")
_library = Section(title="All that you have read")
_feeds = Section(title="Feeds")
_program = Section(title="General")

HELP = (_program.row("app.help", "? f1", "app.help", "All keys", footer="Help", words="help shortcuts commands"),)

LAYOUT = (
    _layout.row("view.switch-pane", "tab", "run('selection.switch_pane')", "To the sidebar and back", footer="Sidebar", words="focus list sources"),
    _layout.row("view.sidebar", "s", "run('layout.toggle_sidebar')", "Show or hide the sidebar", words="panel toggle"),
    _layout.row("view.next", "S", "run('layout.next_view')", "Next view of the sidebar", words="sources order bookmarks notes tab"),
    _layout.row("view.details", "d", "run('layout.toggle_details')", "Show or hide the details", words="why confidence reason panel toggle explain"),
    _layout.row("view.overview", "i", "run('overview.show')", "Overview: who says how much, where", words="speakers sources statistics summary share"),
    _layout.row("view.wider", "+", "run('layout.widen_text', 4)", "Wider column", words="zoom width measure margins"),
    _layout.row("view.narrower", "-", "run('layout.widen_text', -4)", "Narrower column", words="zoom width measure margins"),
    _layout.row("view.sidebar-wider", ">", "run('layout.widen_sidebar', 4)", "Wider sidebar", words="zoom width resize"),
    _layout.row("view.sidebar-narrower", "<", "run('layout.widen_sidebar', -4)", "Narrower sidebar", words="zoom width resize"),
    _layout.row("view.sidebar-side", "|", "run('layout.change_side')", "Sidebar to the other side", words="left right move"),
    _layout.row("view.mouse", "r", "run('layout.release_mouse')", "Give the mouse to the terminal, or take it", words="select release capture"),
    _layout.row("article.analyse", "ctrl+r", "run('analysis.start_again')", "Analyse again after a stop", words="restart engine find quotes"),
    _layout.row("view.text", "escape", "escape", "Back to the text; stop what is being loaded", words="cancel abort clear end search"),
)

ARTICLES = (
    _articles.row("article.open", "o", "run('articles.ask_for')", "Open another article", words="file address url page recent"),
    _articles.row("article.back", ", backspace alt+left", "run('articles.go_back')", "Back to the last article", words="history previous return"),
    _articles.row("article.forward", ". alt+right", "run('articles.go_forward')", "Forward to the next article", words="history next"),
    _articles.row("article.list", "h", "run('articles.show_list')", "The articles to pick from", words="folder choose files"),
    _articles.row("article.next", "}", "run('articles.open_next_listed', 1)", "Next article of the list", words="folder file"),
    _articles.row("article.previous", "{", "run('articles.open_next_listed', -1)", "Previous article of the list", words="folder file"),
    _articles.row("article.refresh", "R", "run('refreshing.refresh')", "Open the article again, as it is now", words="reload update fetch"),
    _articles.row("article.changes", "D", "run('refreshing.show_changes')", "What changed when it was opened again", words="diff compare difference"),
    _articles.row("article.whole", "W", "run('page_versions.toggle_whole')", "The page's whole text, or its article", words="full source extract boilerplate"),
    _articles.row("article.versions", "V", "run('page_versions.show_list')", "Versions of the page that are kept", words="history archive snapshots older"),
    _articles.row("article.bookmarks", "B", "run('all_bookmarks.show')", "Bookmarks of all articles", words="annotations highlights library"),
    _articles.row("article.history", "~", "run('reading_history.show')", "What you read, and when", words="history recent opened before"),
    _articles.row("article.outline", "O", "run('outline_and_links.show_outline')", "Outline: headings to jump by", words="contents sections chapters"),
    _articles.row("article.links", "l", "run('outline_and_links.show_links')", "Links of the article", words="url address browser web"),
)

LIBRARY = (
    _library.row("library.search", "Q", "run('library.show')", "Search all that you have read", words="library find query who said everything history"),
    _library.row("library.dossier", "@", "run('dossiers.show_current')", "All that this source said, in all articles", words="dossier person speaker history who"),
    _library.row("library.remember", "*", "run('library.remember_this')", "Remember this article, to be searched", words="library keep save star file"),
    _library.row("library.verify", "&", "run('verifying.show')", "Verify: did they say so, in all that you have read?", words="check fact quotation verbatim altered draft"),
)

FEEDS = (
    _feeds.row("feed.list", "I", "run('feeds.show')", "Feeds: what is new, and what is unread", words="rss atom subscriptions news"),
    _feeds.row("feed.next-unread", "J", "run('feeds.open_next_unread')", "Open the next unread entry of the feeds", words="rss new"),
)

PROGRAM = (
    _program.row("app.quit", "q", "quit", "Leave; your place is kept", footer="Quit", words="exit close end"),
    _program.row("app.commands", "ctrl+p", "command_palette", "Every command by name", words="palette themes"),
    _program.row("app.suspend", "ctrl+z", "suspend", "Back to the shell; fg returns here", words="background job"),
    _program.row("app.redraw", "ctrl+l", "redraw", "Draw the whole screen again", words="refresh clear screen", first=True),
)
