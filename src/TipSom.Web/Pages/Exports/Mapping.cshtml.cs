using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Exports;

/// <summary>Column by column: which field of the records fills it, by which code list, and what may stand in it.</summary>
[RequirePermission(Permission.ExportFigures)]
public sealed class MappingModel(TipSomDbContext db) : PageModel
{
    /// <summary>Longest list of values that is shown.</summary>
    public const int MostShown = 40;

    private ExportCodes codes = new([]);

    public IReadOnlyList<MappedTable> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        codes = await db.ExportCodesAsync(ct);
        var template = await db.ExportTemplateAsync(ct);
        Tables =
        [
            new(DownloadKind.Htcds, null, Htcds.Columns(codes)),
            new(DownloadKind.Ctdc, null, Ctdc.Columns(codes)),
            new(DownloadKind.IcTip, "event", IcTip.Events(codes)),
            new(DownloadKind.IcTip, "victim", IcTip.Victims(codes)),
            new(DownloadKind.IcTip, "perpetrator", IcTip.Perpetrators(codes)),
            new(DownloadKind.IcTip, "reporting-entity", IcTip.Entities),
            new(DownloadKind.Glotip, null, Glotip.Columns),
            new(DownloadKind.NationalPoliceBureau, null, [.. template.Columns.Select(c => BureauRow.ColumnOf(c.Field) with { Name = c.Heading })])
        ];
    }

    /// <summary>The codes that a mark stands for.</summary>
    public string CodesOf(IExportColumn column) =>
        column.CodeList is { } list && column.Values == ExportValues.Mark ? string.Join(", ", codes.CodesFor(list, column.Name)) : "";

    /// <summary>A table of a standard; a unit of it where it has several.</summary>
    public sealed record MappedTable(DownloadKind Kind, string? Unit, IReadOnlyList<IExportColumn> Columns);
}
