using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.PublishedFigures;

/// <summary>Figures that were published, with source, page and date; those that were withdrawn stay below, with the reason.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    [FromQuery(Name = "done")]
    public PublishedNotice? Notice { get; init; }

    public IReadOnlyList<PublishedFigure> Standing { get; private set; } = [];

    public IReadOnlyList<PublishedFigure> Withdrawn { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var figures = await db.PublishedFigures.AsNoTracking().ToListAsync(ct);
        var places = FigureCell.All.Index().ToDictionary(c => c.Item, c => c.Index);
        Standing = [.. figures.Where(f => f.WithdrawnAt is null).OrderByDescending(f => f.Year.From).ThenBy(f => f.Authority).ThenBy(f => places[f.Cell])];
        Withdrawn = [.. figures.Where(f => f.WithdrawnAt is not null).OrderByDescending(f => f.WithdrawnAt)];
    }
}

/// <summary>What was just done.</summary>
public enum PublishedNotice
{
    Entered,
    Withdrawn
}
