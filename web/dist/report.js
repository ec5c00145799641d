// built from web/src
