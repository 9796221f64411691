using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Pages.Statistics;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Releases;

/// <summary>A release as the public will read it, before and after it is signed off.</summary>
[RequirePermission(Permission.KeepReleases)]
public sealed class DetailsModel(TipSomDbContext db, IStringLocalizer<Ui> texts) : ReleasePageModel(db)
{
    public FigureNames Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Names = await FigureNames.LoadAsync(Db, texts, ct);
}
