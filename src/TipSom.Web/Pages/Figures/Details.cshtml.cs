using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Web.Pages.Statistics;

namespace TipSom.Web.Pages.Figures;

/// <summary>A release of public figures.</summary>
[AllowAnonymous]
public sealed class DetailsModel(TipSomDbContext db, IStringLocalizer<Ui> texts) : PublicReleaseModel(db)
{
    public FigureNames Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Names = await FigureNames.LoadAsync(Db, texts, ct);
}
