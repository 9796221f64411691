using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Web.Pages.Releases;

namespace TipSom.Web.Pages.Figures;

/// <summary>A page of a signed release, for everybody; one that is not signed off is not there, whoever asks.</summary>
[AllowAnonymous]
public abstract class PublicReleaseModel(TipSomDbContext db) : ReleasePageModel(db)
{
    public override async Task<IActionResult?> LoadAsync(CancellationToken ct) =>
        await base.LoadAsync(ct) ?? (Release.SignedAt is null ? NotFound() : null);
}
