package dev.holdfast.auditor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A verdict for other programs, which rely on its names. */
final class VerdictJson {

    private VerdictJson() {}

    static String of(Verdict verdict) throws JsonProcessingException {
        var mapper = new ObjectMapper();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("clean", verdict.clean());
        json.put("settledBefore", verdict.settledBefore().toString());
        json.set("figures", mapper.valueToTree(verdict.figures()));
        var findings = json.putArray("findings");
        for (var finding : verdict.findings()) {
            findings.addObject()
                    .put("kind", finding.kind().label())
                    .put("subject", finding.subject())
                    .put("detail", finding.detail());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
