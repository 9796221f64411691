using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>Takes a place off a person's route; the row stays.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class RemovePlaceModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : AssessmentPageModel(db, user, clock)
{
    [FromRoute]
    public Guid Place { get; init; }

    public RoutePlace Found { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.RoutePlaces.SingleOrDefaultAsync(p => p.Id == Place && p.VictimId == Person.Id, ct) is not { } found)
            return NotFound();
        Found = found;
        return null;
    }

    public void OnGet()
    {
        // The place was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Found.Remove(Case, Actor, Now);
        await Db.SaveChangesAsync(ct);
        return Saved("route");
    }
}
