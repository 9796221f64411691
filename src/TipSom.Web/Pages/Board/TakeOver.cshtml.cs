using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>The national desk takes a need in hand whose sender is late. From then on the desk owes the place; the sender still sends.</summary>
[RequirePermission(Permission.PlaceNeeds)]
public sealed class TakeOverModel(TipSomDbContext db, TimeProvider clock) : PageModel, IShowsRecord
{
    [FromRoute]
    public Guid Id { get; init; }

    public UnplacedNeed Unplaced { get; private set; } = null!;

    public BilingualName From { get; private set; } = null!;

    public BilingualName District { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var found = await (
                from u in db.UnplacedNeeds
                join f in db.Units on u.FromUnitId equals f.Id
                join d in db.Districts on u.DistrictCode equals d.Code
                where u.Id == Id
                select new { Need = u, From = new BilingualName(f.NameEn, f.NameUr), District = new BilingualName(d.NameEn, d.NameUr) })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Unplaced, From, District) = (found.Need, found.From, found.District);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } instead)
            return instead;
        Unplaced.TakeOver(await db.ReferralClocksAsync(ct), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/board/unplaced/{Id}");
    }
}
