"""How large and how quick the library is with many articles."""
