using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Imports;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Imports;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.Startup;

namespace TipSom.Web.Pages.Imports;

/// <summary>Gives out the lines that were left out as they stand in the file, with the reasons behind them.</summary>
[RequirePermission(Permission.ImportRegisters), EnableRateLimiting(RateLimits.Export), StepUp]
public sealed class LeftOutModel(TipSomDbContext db, ImportRegister imports, RecordCipher cipher, IStringLocalizer<Ui> texts) : ImportPageModel(db)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Import.SealedFile is null || Import.Columns.Count == 0)
            return NotFound();
        await AuditNotes.InRequestAsync(Db, AuditNotes.Export, "register_imports", Import.Id, "lines left out", ct);
        var lines = RegisterFile.Read(Import.Format, cipher.Open<byte[]>(SealKinds.Register, Import.Id, Import.SealedFile));
        var plan = await imports.PlanAsync(Db, Import, ct);
        IEnumerable<string[]> sheet =
        [
            [.. lines[0], texts["Line"], texts["Why"]],
            .. plan.LeftOut.Select(left => (string[])
            [
                .. lines[left.Row - 1], .. Enumerable.Repeat("", Math.Max(0, lines[0].Length - lines[left.Row - 1].Length)),
                left.Row.ToString(CultureInfo.InvariantCulture), string.Join(" ", left.Problems.Select(Said))
            ])
        ];
        return File(RegisterSheet.Of(sheet), RegisterSheet.ContentType, "lines-left-out.csv");
    }

    private string Said(RowProblem problem) =>
        (problem.Field is { } field ? texts[Labels.Of(field)] + ": " : "") + texts[problem.Sentence];
}
