using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>Every consent of the person: given, refused, withdrawn or run out, by whom it was written down and what was agreed to.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class ConsentHistoryModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : AssessmentPageModel(db, user, clock)
{
    public IReadOnlyList<Row> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answers = await (
                from c in Db.Consents.AsNoTracking()
                join u in Db.Users on c.RecordedById equals u.Id
                where c.VictimId == Person.Id
                orderby c.GivenAt descending
                select new { Consent = c, u.DisplayName })
            .ToListAsync(ct);
        var withdrawals = await Db.Set<CaseEvent>().AsNoTracking()
            .Where(e => e.CaseId == Case.Id && e.Kind == CaseEventKind.ConsentWithdrawn && e.Person == Position).ToListAsync(ct);
        var named = answers.SelectMany(a => a.Consent.RecipientAgencyIds).Distinct().ToList();
        var agencies = named.Count == 0 ? [] : await Db.Agencies.Where(a => named.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new Localisation.BilingualName(a.NameEn, a.NameUr).Here, ct);
        Answers =
        [
            .. answers.Select(a => new Row(
                a.Consent, a.DisplayName, StateOf(a.Consent), withdrawals.Find(e => e.At == a.Consent.WithdrawnAt)?.ActorName,
                [.. a.Consent.RecipientAgencyIds.Select(id => agencies.GetValueOrDefault(id)).OfType<string>()]))
        ];
        return Page();
    }

    private (string, string) StateOf(Consent consent) => consent switch
    {
        { IsGiven: false } => ("Refused", "warn"),
        { WithdrawnAt: not null } => ("Withdrawn", "warn"),
        _ when consent.IsInForce(Now) => ("In force", "good"),
        _ => ("Expired", "neutral")
    };

    /// <summary>One answer and those who wrote it down.</summary>
    public sealed record Row(Consent Consent, string RecordedBy, (string Label, string Tag) State, string? WithdrawnBy, IReadOnlyList<string> Recipients);
}
