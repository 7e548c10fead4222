-- What the test application's handlers did. Nothing here keeps an effect from happening twice.
CREATE TABLE effect (
    pos        bigint GENERATED ALWAYS AS IDENTITY,
    message_id uuid   NOT NULL,
    key        text   NOT NULL,
    what       text   NOT NULL
);
