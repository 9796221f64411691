namespace TipSom.Data.Encryption;

/// <summary>What a seal is bound to besides the record's id: the table and the column it is kept in (see <see cref="SealedColumns"/>).</summary>
public static class SealKinds
{
    /// <summary>Identity of a victim; bound to the victim.</summary>
    public const string Identity = "victim_identities.sealed_details";

    /// <summary>Account of what happened; bound to the case.</summary>
    public const string Narrative = "cases.sealed_narrative";

    /// <summary>Why a case was closed or opened again, in own words; bound to the change.</summary>
    public const string StatusWords = "case_status_changes.sealed_words";

    /// <summary>Why a person took on a role; bound to the row of the role.</summary>
    public const string RoleReason = "person_roles.sealed_reason";

    /// <summary>Why a person gave up a role; bound to the row of the role.</summary>
    public const string RoleEndReason = "person_roles.sealed_end_reason";

    /// <summary>Who a suspect is; bound to the suspect.</summary>
    public const string Suspect = "suspects.sealed_details";

    /// <summary>Why a person of the case is accused all the same; bound to the suspect.</summary>
    public const string WhyAccused = "suspects.sealed_why_accused";

    /// <summary>Note of the supervisor who looked at an accusation; bound to the suspect.</summary>
    public const string LookNote = "suspects.sealed_look_note";

    /// <summary>Copy made for a provider; bound to the disclosure.</summary>
    public const string Disclosure = "disclosures.sealed_content";

    /// <summary>Key of cookies and form tokens; bound to its row.</summary>
    public const string ProtectionKey = "protection_keys.sealed_xml";

    /// <summary>Key of one purpose of the program; bound to its row.</summary>
    public const string PurposeKey = "purpose_keys.sealed_key";

    /// <summary>Secret of an authenticator app; bound to its row.</summary>
    public const string Authenticator = "authenticators.sealed_secret";

    /// <summary>Key under which the codes of a printed card are hashed; bound to the card.</summary>
    public const string CodeCard = "code_cards.sealed_key";

    /// <summary>What one side of a referral wrote to the other; bound to the message.</summary>
    public const string Message = "referral_messages.sealed_text";

    /// <summary>Note of an entry of care; bound to the entry.</summary>
    public const string CareNote = "care_entries.sealed_note";

    /// <summary>Why a case is shared; bound to the share.</summary>
    public const string ShareReason = "case_shares.sealed_reason";

    /// <summary>Why a lead is handed over; bound to the transfer.</summary>
    public const string TransferReason = "lead_transfers.sealed_reason";

    /// <summary>Why a lead was refused; bound to the transfer.</summary>
    public const string TransferAnswer = "lead_transfers.sealed_answer";

    /// <summary>What one of those who see a case wrote to the others; bound to the note.</summary>
    public const string CaseNote = "case_notes.sealed_text";

    /// <summary>Goal of a plan; bound to its part of the plan.</summary>
    public const string PlanGoal = "care_plan_items.sealed_goal";

    /// <summary>Note of an answer after care; bound to the question.</summary>
    public const string FollowUpNote = "follow_ups.sealed_note";

    /// <summary>Notes on indicators, by dimension; bound to the screening.</summary>
    public const string IndicatorNotes = "indicator_screenings.sealed_notes";

    /// <summary>Account of what happened to a person; bound to the record.</summary>
    public const string ExploitationAccount = "exploitation_records.sealed_account";

    /// <summary>Note on what makes a person vulnerable; bound to the record.</summary>
    public const string VulnerabilityNote = "vulnerability_records.sealed_note";

    /// <summary>Note on a risk; bound to the assessment.</summary>
    public const string RiskNote = "risk_assessments.sealed_note";

    /// <summary>Why a need was changed; bound to the change.</summary>
    public const string NeedReason = "need_changes.sealed_reason";

    /// <summary>What a provider must know to care; bound to the notes.</summary>
    public const string ProviderNotes = "provider_notes.sealed_notes";

    /// <summary>Signed paper of an agreement; bound to the document.</summary>
    public const string Agreement = "agreement_documents.sealed_content";

    /// <summary>Note of a step of the law; bound to the step.</summary>
    public const string LegalNote = "legal_steps.sealed_note";

    /// <summary>Places, people and papers of an FIR; bound to the FIR.</summary>
    public const string FirDetails = "first_information_reports.sealed_details";

    /// <summary>Why a person decided who investigates; bound to the case.</summary>
    public const string LeadReason = "case_laws.sealed_reason";

    /// <summary>Why a case was moved to the other law; bound to the row of history.</summary>
    public const string ReclassificationReason = "case_reclassifications.sealed_reason";

    /// <summary>What somebody typed into a form that is not finished; bound to the draft.</summary>
    public const string Draft = "drafts.sealed_content";

    /// <summary>A file of a case; bound to the document.</summary>
    public const string CaseDocument = "case_document_contents.sealed_content";

    /// <summary>What a document of a case is called; bound to the document.</summary>
    public const string CaseDocumentName = "case_documents.sealed_name";

    /// <summary>How to reach who asks another unit about a person; bound to the request.</summary>
    public const string ConnectContact = "connect_requests.sealed_contact";

    /// <summary>Why an identity is opened in an emergency; bound to the access.</summary>
    public const string EmergencyReason = "emergency_accesses.sealed_reason";

    /// <summary>What a review of such an opening found; bound to the access.</summary>
    public const string EmergencyNote = "emergency_reviews.sealed_note";

    /// <summary>How the person is met; bound to the referral.</summary>
    public const string Arrival = "arrival_arrangements.sealed_details";

    /// <summary>Why an erasing is asked for; bound to the erasing.</summary>
    public const string ErasureReason = "erasures.sealed_reason";

    /// <summary>File of figures somebody asked for; bound to the download.</summary>
    public const string Download = "downloads.sealed_content";

    /// <summary>File of a register that is being brought in; bound to the import.</summary>
    public const string Register = "register_imports.sealed_file";
}
