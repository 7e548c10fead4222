package dev.holdfast.notifications.notification;

import dev.holdfast.notifications.rule.MailKind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A mail's kind as the table has it: by its label. */
@Converter(autoApply = true)
public class MailKindColumn implements AttributeConverter<MailKind, String> {

    @Override
    public String convertToDatabaseColumn(MailKind kind) {
        return kind == null ? null : kind.label();
    }

    @Override
    public MailKind convertToEntityAttribute(String label) {
        return label == null ? null : MailKind.labeled(label);
    }
}
