using Microsoft.EntityFrameworkCore.Metadata;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Documents;
using TipSom.Domain.Finding;
using TipSom.Domain.Law;
using TipSom.Domain.Referrals;
using TipSom.Domain.Retention;
using TipSom.Domain.Victims;

namespace TipSom.Data.History;

/// <summary>What of a case is told field by field, and to whom. A new part of a case needs a line here only where it differs from the rest.</summary>
public static class CaseParts
{
    // A referral, the turn of a need, a share and an offer of the lead have a course of their own, which other sides write too; a time
    // limit is met by the step that meets it; who is the same person stands on the timelines of both sides;
    // erasing is decided by people who do not see the case.
    private static readonly HashSet<string> TellThemselves =
    [
        nameof(Referral), nameof(UnplacedNeed), nameof(CaseShare), nameof(LeadTransfer), nameof(LegalDeadline),
        nameof(PersonLink), nameof(PersonMerge), nameof(ConnectRequest), nameof(ConnectTarget), nameof(Erasure), nameof(Redaction)
    ];

    // Everything else belongs to the investigation until somebody says that it does not: a share of the case may leave that out.
    private static readonly Dictionary<string, CasePart> Places = new()
    {
        [nameof(Case)] = CasePart.Case,
        [nameof(Victim)] = CasePart.Case,
        [nameof(Need)] = CasePart.Case,
        [nameof(RoleHeld)] = CasePart.Case,
        [nameof(FamilyTie)] = CasePart.Case,
        [nameof(IndicatorScreening)] = CasePart.Case,
        [nameof(ExploitationRecord)] = CasePart.Case,
        [nameof(RoutePlace)] = CasePart.Case,
        [nameof(VulnerabilityRecord)] = CasePart.Case,
        [nameof(RiskAssessment)] = CasePart.Case,
        [nameof(ReflectionPeriod)] = CasePart.Case,
        [nameof(ProviderNotes)] = CasePart.Case,
        [nameof(NeedChange)] = CasePart.Case,
        // What a document is called and shows stays sealed; that it was taken out stands on the timeline too.
        [nameof(CaseDocument)] = CasePart.Case,
        [nameof(Domain.Consents.Consent)] = CasePart.Case,
        [nameof(VictimIdentity)] = CasePart.Identity
    };

    // What the program needs and nobody reads, besides keys, versions and ids.
    private static readonly HashSet<string> Technical = ["UpdatedAt", "ErasedAt", "Position", "Rank", "ScanLeasedUntil"];

    // Of these ids a reader knows the name.
    private static readonly HashSet<string> NamedIds = [nameof(Case.HoldingUnitId)];

    /// <summary>Sealed fields whose earlier content is kept when it is overwritten.</summary>
    private static readonly HashSet<string> NeverLost = [$"{nameof(Case)}.{nameof(Case.SealedNarrative)}"];

    /// <summary>Whether changes of such a row are told: the case, or anything that names its case.</summary>
    public static bool AreTold(IReadOnlyEntityType entity) =>
        !TellThemselves.Contains(entity.ClrType.Name)
        && (entity.ClrType == typeof(Case) || entity.FindProperty("CaseId")?.ClrType == typeof(Guid));

    /// <summary>To which part of the case it belongs.</summary>
    public static CasePart PlaceOf(string subject) => Places.GetValueOrDefault(subject, CasePart.Investigation);

    /// <summary>Whether a change of this field is told.</summary>
    public static bool IsTold(IReadOnlyProperty field) =>
        !field.IsKey() && !field.IsConcurrencyToken && !field.IsShadowProperty() && !Technical.Contains(field.Name)
        && (!IsId(field) || NamedIds.Contains(field.Name));

    /// <summary>Whether the earlier content, sealed as it is, is kept.</summary>
    public static bool IsNeverLost(string subject, string field) => NeverLost.Contains($"{subject}.{field}");

    /// <summary>The fields of an entity that are told, those of its larger values after a dot.</summary>
    public static IEnumerable<(string Name, IReadOnlyProperty Field)> FieldsOf(IReadOnlyTypeBase type, string under = "") =>
        type.GetProperties().Where(IsTold).Select(p => (under + NameOf(p), p))
            .Concat(type.GetComplexProperties().SelectMany(c => FieldsOf(c.ComplexType, $"{under}{c.Name}.")));

    /// <summary>The name of a field as the history writes it; a list that only its entity changes is mapped by its private name.</summary>
    public static string NameOf(IReadOnlyProperty field) => char.ToUpperInvariant(field.Name[0]) + field.Name[1..];

    private static bool IsId(IReadOnlyProperty field) => (Nullable.GetUnderlyingType(field.ClrType) ?? field.ClrType) == typeof(Guid);
}
