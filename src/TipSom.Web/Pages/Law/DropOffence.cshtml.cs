using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>Takes an offence off the case; that it was chosen stays in the trail.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class DropOffenceModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : LawPageModel(db, user)
{
    [FromRoute]
    public Guid Offence { get; init; }

    public ChosenOffence Chosen { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from c in Db.CaseOffences
                join o in Db.Offences on c.OffenceCode equals o.Code
                where c.CaseId == Case.Id && c.Id == Offence
                select new ChosenOffence(c, o))
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        Chosen = found;
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isCharged = await Db.Charges.AnyAsync(c => c.CaseId == Case.Id && c.CaseOffenceId == Offence, ct);
        Chosen.Chosen.Drop(Case, isCharged, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.Saved);
    }
}
