namespace TipSom.Web.Localisation;

/// <summary>The words of the audit trail for what the database calls by the names of its tables.</summary>
public static class AuditLabels
{
    /// <summary>What the trail is kept on, by table, with its words.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["agreement_documents"] = "Signed paper of an agreement",
        ["agreement_versions"] = "Version of an agreement",
        ["agreements"] = "Agreement",
        ["arrival_arrangements"] = "Arrival arrangement",
        ["care_entries"] = "Entry of care",
        ["care_plan_items"] = "Part of a plan",
        ["case_status_changes"] = "Closing or reopening of a case",
        ["case_laws"] = "Law of a case",
        ["case_offences"] = "Offence of a case",
        ["case_reclassifications"] = "Move to the other law",
        ["case_notes"] = "Note on a shared case",
        ["case_shares"] = "Sharing of a case",
        ["cases"] = "Case",
        ["charges"] = "Charge",
        ["clock_rules"] = "Clock",
        ["compensations"] = "Compensation",
        ["consents"] = "Consent",
        ["disclosure_openings"] = "Opening of a disclosure",
        ["disclosures"] = "Disclosure",
        ["escalation_rules"] = "Reminder or escalation",
        ["first_information_reports"] = "First information report",
        ["family_ties"] = "Tie of a family",
        ["follow_ups"] = "Question after care",
        ["identity_openings"] = "Opening of an identity",
        ["legal_deadlines"] = "Time limit of the law",
        ["legal_steps"] = "Step of the law",
        ["lead_transfers"] = "Hand-over of a lead",
        ["mail_choices"] = "Choice of mails",
        ["needs"] = "Need",
        ["override_reviews"] = "Review of an override",
        ["prints"] = "Print",
        ["person_roles"] = "Role in a case",
        ["provider_services"] = "Service of a provider",
        ["referral_messages"] = "Message",
        ["referrals"] = "Referral",
        ["register_imports"] = "Register brought in",
        ["suspect_openings"] = "Opening of a suspect's details",
        ["suspects"] = "Suspect",
        ["unplaced_needs"] = "Need in nobody's hands",
        ["victim_identities"] = "Identity",
        ["victims"] = "Person"
    };

    /// <summary>What was done to the row.</summary>
    public static IReadOnlyDictionary<string, string> Acts { get; } = new Dictionary<string, string>
    {
        ["INSERT"] = "Made",
        ["UPDATE"] = "Changed"
    };

    /// <summary>The words, or the table's own name where it is new.</summary>
    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    public static string OfAct(string act) => Acts.GetValueOrDefault(act, act);
}
