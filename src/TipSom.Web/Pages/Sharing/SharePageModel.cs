using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A page on one share of a case.</summary>
public abstract class SharePageModel(TipSomDbContext db, CaseSharing sharing, TimeProvider clock) : CasePageModel(db)
{
    [FromRoute]
    public Guid Id { get; init; }

    public ShareView Share { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if ((await ShareView.Of(Db, Case.Id).ToListAsync(ct)).Find(s => s.Share.Id == Id) is not { } found)
            return NotFound();
        Share = found with { Reason = sharing.ReasonOf(found.Share), IsInForce = found.Share.IsInForce(PakistanTime.DayOf(clock.GetUtcNow())) };
        return null;
    }

    protected async Task<IActionResult> SavedAsync(string done, CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/sharing?done={done}");
    }
}
