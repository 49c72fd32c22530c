drop table review_document;
drop table review_addendum;
drop table review_signature;
drop table review_comment;
drop table review_action;
drop table review;
drop function review_keep();
