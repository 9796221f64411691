using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Agencies;
using TipSom.Data.Encryption;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TipSom.Data.Finding;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Data.Telling;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Assessment;
using TipSom.Domain.Audit;
using TipSom.Domain.Care;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Coordination;
using TipSom.Domain.Documents;
using TipSom.Domain.Drafts;
using TipSom.Domain.Emergency;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Domain.Retention;
using TipSom.Domain.Services;
using TipSom.Domain.Suspects;
using TipSom.Domain.Telling;
using TipSom.Domain.Victims;

namespace TipSom.Data;

/// <summary>The database. What a person may see of it is decided by row security, not here.</summary>
public sealed class TipSomDbContext(DbContextOptions<TipSomDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Schema of everything row security guards.</summary>
    public const string Casework = "casework";

    /// <summary>Schema of agencies, units, accounts and sessions.</summary>
    public const string IdentitySchema = "identity";

    /// <summary>Schema of what people are told, and of the mail that tells them.</summary>
    public const string TellingSchema = "telling";

    /// <summary>Schema of the national figures.</summary>
    public const string Statistics = "statistics";

    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UserSession> Sessions => Set<UserSession>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<CodeCard> CodeCards => Set<CodeCard>();
    public DbSet<AccountCode> AccountCodes => Set<AccountCode>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<RoleProposal> RoleProposals => Set<RoleProposal>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<PurposeKey> PurposeKeys => Set<PurposeKey>();
    public DbSet<KeyRun> KeyRuns => Set<KeyRun>();
    public DbSet<KeyUse> KeyUses => Set<KeyUse>();
    public DbSet<Province> Provinces => Set<Province>();
    public DbSet<District> Districts => Set<District>();
    public DbSet<CodeListEntry> CodeList => Set<CodeListEntry>();
    public DbSet<Offence> Offences => Set<Offence>();
    public DbSet<LegalClock> LegalClocks => Set<LegalClock>();
    public DbSet<ReferenceSetting> ReferenceSettings => Set<ReferenceSetting>();
    public DbSet<ClockRule> ClockRules => Set<ClockRule>();
    public DbSet<EscalationRule> EscalationRules => Set<EscalationRule>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementVersion> AgreementVersions => Set<AgreementVersion>();
    public DbSet<AgreementDocument> AgreementDocuments => Set<AgreementDocument>();
    public DbSet<AgreementReminder> AgreementReminders => Set<AgreementReminder>();
    public DbSet<ProviderService> ProviderServices => Set<ProviderService>();
    public DbSet<PlaceChange> PlaceChanges => Set<PlaceChange>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseChange> CaseChanges => Set<CaseChange>();
    public DbSet<CaseStatusChange> CaseStatusChanges => Set<CaseStatusChange>();
    public DbSet<CaseShare> CaseShares => Set<CaseShare>();
    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();
    public DbSet<LeadTransfer> LeadTransfers => Set<LeadTransfer>();
    public DbSet<Victim> Victims => Set<Victim>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<IndicatorScreening> IndicatorScreenings => Set<IndicatorScreening>();
    public DbSet<ExploitationRecord> ExploitationRecords => Set<ExploitationRecord>();
    public DbSet<RoutePlace> RoutePlaces => Set<RoutePlace>();
    public DbSet<VulnerabilityRecord> VulnerabilityRecords => Set<VulnerabilityRecord>();
    public DbSet<RiskAssessment> RiskAssessments => Set<RiskAssessment>();
    public DbSet<NeedChange> NeedChanges => Set<NeedChange>();
    public DbSet<ProviderNotes> ProviderNotes => Set<ProviderNotes>();
    public DbSet<ReflectionPeriod> ReflectionPeriods => Set<ReflectionPeriod>();
    public DbSet<VictimIdentity> VictimIdentities => Set<VictimIdentity>();
    public DbSet<RoleHeld> PersonRoles => Set<RoleHeld>();
    public DbSet<FamilyTie> FamilyTies => Set<FamilyTie>();
    public DbSet<Suspect> Suspects => Set<Suspect>();
    public DbSet<SuspectOpening> SuspectOpenings => Set<SuspectOpening>();
    public DbSet<IdentityOpening> IdentityOpenings => Set<IdentityOpening>();
    public DbSet<Print> Prints => Set<Print>();
    public DbSet<CaseLaw> CaseLaws => Set<CaseLaw>();
    public DbSet<CaseOffence> CaseOffences => Set<CaseOffence>();
    public DbSet<FirstInformationReport> FirstInformationReports => Set<FirstInformationReport>();
    public DbSet<LegalStep> LegalSteps => Set<LegalStep>();
    public DbSet<LegalDeadline> LegalDeadlines => Set<LegalDeadline>();
    public DbSet<Charge> Charges => Set<Charge>();
    public DbSet<Compensation> Compensations => Set<Compensation>();
    public DbSet<Reclassification> Reclassifications => Set<Reclassification>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();
    public DbSet<DisclosureOpening> DisclosureOpenings => Set<DisclosureOpening>();
    public DbSet<ArrivalArrangement> ArrivalArrangements => Set<ArrivalArrangement>();
    public DbSet<UnplacedNeed> UnplacedNeeds => Set<UnplacedNeed>();
    public DbSet<ServiceGap> ServiceGaps => Set<ServiceGap>();
    public DbSet<OverrideReview> OverrideReviews => Set<OverrideReview>();
    public DbSet<ReferralMessage> ReferralMessages => Set<ReferralMessage>();
    public DbSet<MessageReading> MessageReadings => Set<MessageReading>();
    public DbSet<CareEntry> CareEntries => Set<CareEntry>();
    public DbSet<CarePlanItem> CarePlanItems => Set<CarePlanItem>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<RegisterImport> Imports => Set<RegisterImport>();
    public DbSet<Download> Downloads => Set<Download>();
    public DbSet<CaseDocument> CaseDocuments => Set<CaseDocument>();
    public DbSet<CaseDocumentContent> CaseDocumentContents => Set<CaseDocumentContent>();
    public DbSet<DocumentOpening> DocumentOpenings => Set<DocumentOpening>();
    public DbSet<Search> Searches => Set<Search>();
    public DbSet<PersonLink> PersonLinks => Set<PersonLink>();
    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();
    public DbSet<DuplicateChoice> DuplicateChoices => Set<DuplicateChoice>();
    public DbSet<ConnectRequest> ConnectRequests => Set<ConnectRequest>();
    public DbSet<ConnectTarget> ConnectTargets => Set<ConnectTarget>();
    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<Redaction> Redactions => Set<Redaction>();
    public DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();
    public DbSet<EmergencyTarget> EmergencyTargets => Set<EmergencyTarget>();
    public DbSet<EmergencyApproval> EmergencyApprovals => Set<EmergencyApproval>();
    public DbSet<EmergencyReview> EmergencyReviews => Set<EmergencyReview>();
    public DbSet<Return> Returns => Set<Return>();
    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();
    public DbSet<ExportTemplate> ExportTemplates => Set<ExportTemplate>();
    public DbSet<ReportDuty> ReportDuties => Set<ReportDuty>();
    public DbSet<FigureRelease> Releases => Set<FigureRelease>();
    public DbSet<ReleaseBases> ReleaseBases => Set<ReleaseBases>();
    public DbSet<CaseAccess> CaseAccess => Set<CaseAccess>();
    public DbSet<ReferralAccess> ReferralAccess => Set<ReferralAccess>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<MailChoices> MailChoices => Set<MailChoices>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<TurnTimer> Timers => Set<TurnTimer>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>How long the providers of a service took to answer lately; asked in a query (<c>security.answer_times</c>).</summary>
    public IQueryable<AnswerTimeRow> AnswerTimes(string service) => FromExpression(() => AnswerTimes(service));

    // Identity asks the services of the program which version of its schema is meant, and takes the one without passkeys where there are none.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(IdentityVersion.Services);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TipSomDbContext).Assembly);
        builder.HasDbFunction(() => FreeNumbers.FirstFree(default!)).HasSchema("security").HasName("first_free_number");
        builder.HasDbFunction(() => OwnServices.Keeps(default)).HasSchema("security").HasName("keeps_services_of");
        builder.HasDbFunction(() => KeptUnits.Keeps(default)).HasSchema("security").HasName("keeps_unit");
        builder.HasDbFunction(() => KeptAccounts.Keeps(default)).HasSchema("security").HasName("keeps_account");
        builder.HasDbFunction(() => KeptAccounts.Posts(default)).HasSchema("security").HasName("keeps_posting");
        builder.HasDbFunction(() => OtherCases.Of(default)).HasSchema("security").HasName("also_in");
        builder.HasDbFunction(typeof(TipSomDbContext).GetMethod(nameof(AnswerTimes))!).HasSchema("security").HasName("answer_times");
        builder.Entity<AnswerTimeRow>(row => row.HasNoKey().ToView(null));
        EnumsAsText.Apply(builder);
        SnakeCaseNames.Apply(builder);
    }
}
