using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Signs a draft: its figures count, and those they correct no longer do.</summary>
[RequirePermission(Permission.SignOffReturns)]
public sealed class SignOffModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock) : ReturnPageModel(db, user)
{
    public FigureSet Figures { get; private set; } = FigureSet.Nothing;

    public IReadOnlyList<FigureProblem> Problems { get; private set; } = [];

    // A form that comes twice finds the signed one, and is answered as before.
    protected override Return? Choose(IReadOnlyList<Return> versions) => OwnDraft(versions) ?? OwnSigned(versions);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Figures = Return.Figures;
        Problems = Figures.Problems();
        return null;
    }

    public void OnGet()
    {
        // The return was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Return.SignOff(Versions.FirstOrDefault(v => v.Id == Return.ReplacesId), time.Today, Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"{Address}?done={ReturnNotice.Signed}");
    }
}
