"""Work that goes on beside the screen: analysis, store, feeds, clipboard, browser."""
