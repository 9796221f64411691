using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Imports;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Imports;

/// <summary>One import: what would be read, how far it is, or how it ended. Names are not shown; the supervisor has them in the file.</summary>
[RequirePermission(Permission.ImportRegisters)]
public sealed class DetailsModel(TipSomDbContext db, ImportRegister imports, TimeProvider clock) : ImportPageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Start,
        Cancel
    }

    public const int LinesShown = 20;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    [BindProperty]
    public Act Step { get; set; }

    /// <summary>What would be taken in; only while nothing has begun.</summary>
    public RegisterPlan? Plan { get; private set; }

    public BilingualName Unit { get; private set; } = null!;

    public IReadOnlyDictionary<string, BilingualName> Districts { get; private set; } = new Dictionary<string, BilingualName>();

    public IEnumerable<RegisterLine> Lines => Plan!.Cases.SelectMany(c => c).Take(LinesShown);

    /// <summary>About how many minutes are left, from what was done until now; null before anything was.</summary>
    public int? MinutesLeft => Import.StartedAt is { } started && Import.PeopleIn > 0
        ? (int)Math.Ceiling((clock.GetUtcNow() - started).TotalMinutes / Import.PeopleIn * (Import.People - Import.PeopleIn))
        : null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Import is { Status: ImportStatus.Uploaded, Columns.Count: 0 })
            return LocalRedirect($"/import/{Id}/columns");
        Unit = await Db.Units.Where(u => u.Id == Import.UnitId).Select(u => new BilingualName(u.NameEn, u.NameUr)).SingleAsync(ct);
        if (Import is { Status: ImportStatus.Uploaded, SealedFile: not null })
        {
            Plan = await imports.PlanAsync(Db, Import, ct);
            Districts = await Db.Districts.ToDictionaryAsync(d => d.Code, d => new BilingualName(d.NameEn, d.NameUr), ct);
        }

        // Looked at again by the browser itself, with or without a script.
        if (Import.IsAtWork)
            Response.Headers["Refresh"] = $"{Again.TotalSeconds:F0}";
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (Step == Act.Cancel)
            Import.Cancel(clock.GetUtcNow());
        else
            Import.Start(Plan?.Cases.Count ?? 0, Plan?.People ?? 0, Plan?.LeftOut.Count ?? 0, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/import/{Id}");
    }
}
