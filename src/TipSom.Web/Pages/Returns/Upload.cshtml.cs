using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Imports;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Binding;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Brings in returns from a file, as drafts: all of it or nothing. What is wrong is said with its line and column.</summary>
[RequirePermission(Permission.WriteReturns)]
[LargestForm(LargestBody), RequestFormLimits(MemoryBufferThreshold = LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class UploadModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    private const int LargestBody = 1024 * 1024;

    [BindProperty]
    public IFormFile? List { get; set; }

    public Reporter? Reporter { get; private set; }

    public IReadOnlyList<ReturnFileProblem> Problems { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Reporter = await db.ReporterAsync(user.UnitId, ct);
        return null;
    }

    public async Task OnGetAsync(bool tooLarge, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (tooLarge)
            ModelState.AddModelError(nameof(List), texts[ReturnFile.TooLarge]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (List is null || List.Length == 0)
            ModelState.AddModelError(nameof(List), texts["Choose the file with the figures."]);
        if (!ModelState.IsValid)
            return Page();
        if (Reporter is null)
            throw new RuleBrokenException(Return.NotHere);
        if (List!.Length > ReturnFile.FileMaxLength)
            throw new RuleBrokenException(ReturnFile.TooLarge);
        var file = await List.BytesAsync(ct);
        var read = ReturnFile.Read(file);
        var refused = read.Returns.Select(r => (r.Line, Sentence: Return.RefusalOf(r.Period, Reporter.Returns, time.Today))).Where(r => r.Sentence is not null);
        Problems = [.. read.Problems, .. refused.Select(r => new ReturnFileProblem(r.Line, ReturnFile.PeriodHeading, r.Sentence!))];
        if (Problems.Count > 0)
        {
            ModelState.AddModelError(nameof(List), texts["Nothing was brought in: {0} cells of the file are wrong. Correct them and choose the file again.", Problems.Count]);
            return Page();
        }

        var now = clock.GetUtcNow();
        var all = new List<Return>();
        foreach (var line in read.Returns)
        {
            var begun = Return.Begin(
                RecordNumber.Draw(RecordNumber.ReturnPrefix, time.Today.Year), Reporter.Agency, Reporter.Unit, line.Period, Reporter.Returns, time.Today, user.Actor, now);
            begun.Write(line.Figures, line.Note, user.Actor, now);
            db.Add(begun);
            all.Add(begun);
        }

        await db.SaveReturnsAsync(all, ct);
        return LocalRedirect("/returns");
    }
}
