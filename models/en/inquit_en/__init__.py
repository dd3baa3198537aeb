"""spaCy's en_core_web_sm 3.8.0 as data; inquit finds the folder beside this file and loads it."""
