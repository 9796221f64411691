using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A page of the holder on the latest offer of a case's lead.</summary>
public abstract class OfferPageModel(TipSomDbContext db, CaseSharing sharing) : CasePageModel(db)
{
    public TransferView Offer { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await TransferView.Of(Db, Case.Number).FirstOrDefaultAsync(ct) is not { } found)
            return NotFound();
        Offer = found with { Reason = sharing.ReasonOf(found.Transfer), Answer = sharing.AnswerOf(found.Transfer) };
        return null;
    }

    protected async Task<IActionResult> SavedAsync(string done, CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/sharing?done={done}");
    }
}
