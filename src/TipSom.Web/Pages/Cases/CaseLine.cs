using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Retention;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Cases;

/// <summary>A line of the timeline, the unit of who did it, the unit a case went to, and why it was closed, opened again or redacted. Shown by _CaseTimeline.</summary>
public sealed record CaseLine(CaseEvent Event, BilingualName Unit, BilingualName? To, CaseStatusChange? Change, Redaction? Redacted)
{
    /// <summary>Why in own words, once opened.</summary>
    public string? Words { get; init; }

    /// <summary>The timeline of a case, newest first, after the line given.</summary>
    public static IQueryable<CaseLine> Of(TipSomDbContext db, Guid caseId, (DateTimeOffset At, Guid Id)? after = null)
    {
        var events = db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseId == caseId);
        if (after is var (at, id))
            events = events.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(id) < 0));
        return from e in events
               join u in db.Units on e.ActorUnitId equals u.Id
               orderby e.At descending, e.Id descending
               select new CaseLine(
                   e,
                   new BilingualName(u.NameEn, u.NameUr),
                   db.Units.Where(t => t.Id == e.ToUnitId).Select(t => new BilingualName(t.NameEn, t.NameUr)).FirstOrDefault(),
                   db.CaseStatusChanges.FirstOrDefault(
                       c => c.CaseId == e.CaseId && c.At == e.At && (e.Kind == CaseEventKind.Closed || e.Kind == CaseEventKind.Reopened)),
                   db.Redactions.FirstOrDefault(r => r.CaseId == e.CaseId && r.At == e.At && e.Kind == CaseEventKind.TextRedacted));
    }

    /// <summary>What happened, as a sentence.</summary>
    public string Sentence(IStringLocalizer<Ui> texts) => Event switch
    {
        { Kind: CaseEventKind.Logged } => texts["The case was logged."],
        { Kind: CaseEventKind.HandedOver } when To is not null => texts["The case was handed to {0}.", To.Here],
        { Kind: CaseEventKind.FactsCorrected } => texts["The facts were corrected."],
        { Kind: CaseEventKind.Closed } when Change?.Reason is { } reason => texts["The case was closed: {0}.", texts[Labels.Of(reason)]],
        { Kind: CaseEventKind.TextRedacted } when Redacted is { } redacted =>
            texts["{0}: {1}", texts[RetentionLabels.Of(redacted.Text)], texts[RetentionLabels.Of(redacted.Reason)]],
        { Kind: CaseEventKind.Reopened } => texts["The case was opened again."],
        { Kind: CaseEventKind.PersonAdded, Person: { } person } => texts["Person {0} was added.", person],
        { Kind: CaseEventKind.ConsentGiven, Person: { } person } => texts["Consent for person {0} was given.", person],
        { Kind: CaseEventKind.ConsentRefused, Person: { } person } => texts["Consent for person {0} was refused.", person],
        { Kind: CaseEventKind.ConsentWithdrawn, Person: { } person } => texts["Consent for person {0} was withdrawn.", person],
        { Kind: CaseEventKind.IdentityChanged, Person: { } person } => texts["The identity of person {0} was changed.", person],
        { Kind: CaseEventKind.ReferralSent, Person: { } person } => texts["Person {0} was referred.", person],
        { Kind: CaseEventKind.ReferralWithdrawn, Person: { } person } => texts["A referral of person {0} was withdrawn.", person],
        { Person: { } person } => texts["{0}: person {1}", texts[Labels.Of(Event.Kind)], person],
        _ => texts[Labels.Of(Event.Kind)]
    };
}
