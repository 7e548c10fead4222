-- Which of its owner's moves a timer stands at.
ALTER TABLE timer ADD COLUMN move integer NOT NULL DEFAULT 0;
