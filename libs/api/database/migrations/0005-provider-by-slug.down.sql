drop function provider_by_slug(text);
