using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>No provider fits, or they declined: the national desk is asked to find a place, by a set time. The gap is counted.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class AskDeskModel(TipSomDbContext db, TimeProvider clock) : PageModel, IShowsRecord
{
    [FromRoute]
    public string Number { get; set; } = "";

    [FromRoute]
    public int Position { get; init; }

    [FromQuery(Name = "need")]
    public Guid NeedId { get; init; }

    public string ChooseUrl => $"/cases/{Number}/people/{Position}/refer?need={NeedId}";

    public UnplacedNeed Unplaced { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? LocalRedirect(ChooseUrl);

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number))
            return NotFound();
        Number = number;
        var found = await (
                from u in db.UnplacedNeeds
                join c in db.Cases on u.CaseId equals c.Id
                join v in db.Victims on u.VictimId equals v.Id
                where u.NeedId == NeedId && c.Number == number && v.Position == Position
                orderby u.SettledAt descending
                select u)
            .ToListAsync(ct);
        if (found.Count == 0)
            return NotFound();
        Unplaced = found.Find(u => u.SettledAt is null) ?? found[0];
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } instead)
            return instead;
        var now = clock.GetUtcNow();
        var declined = Unplaced.Cause == UnplacedCause.Declined;
        if (!declined && await AnyFitsAsync(now, ct))
            throw new RuleBrokenException("There are providers that fit. Ask one of them first.");
        Unplaced.AskDesk(declined ? UnplacedCause.AllDeclined : UnplacedCause.NoProviderFits, await db.ReferralClocksAsync(ct), now);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(ChooseUrl);
    }

    private async Task<bool> AnyFitsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var victim = await db.Victims.AsNoTracking().SingleAsync(v => v.Id == Unplaced.VictimId, ct);
        var consent = await db.Consents.AsNoTracking().Where(c => c.VictimId == victim.Id).OrderByDescending(c => c.GivenAt).FirstOrDefaultAsync(ct);
        var request = PlacementRequest.For(victim, Unplaced.Service, Unplaced.DistrictCode, Unplaced.ProvinceCode, Unplaced.FromAgencyId);
        return (await db.MatchAsync(request, consent, now, ct)).Any(f => f.Fits);
    }
}
