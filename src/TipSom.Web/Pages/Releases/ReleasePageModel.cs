using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Releases;

/// <summary>A page of one release, by its number. Row security leaves out those that are not signed off, for everybody but who keeps them.</summary>
public abstract class ReleasePageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    public FigureRelease Release { get; private set; } = null!;

    public ReleaseContent Figures { get; private set; } = null!;

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.ReleasePrefix, out var number)
            || await db.Releases.SingleOrDefaultAsync(r => r.Number == number, ct) is not { } release)
            return NotFound();
        (Release, Figures) = (release, ReleaseContent.Read(release.Content));
        return null;
    }
}
