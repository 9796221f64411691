using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Figures;

/// <summary>A table of a release for a spreadsheet, with its codes; a count that is not shown is an empty cell.</summary>
[AllowAnonymous]
public sealed class CsvModel(TipSomDbContext db) : PublicReleaseModel(db)
{
    [FromRoute(Name = "table")]
    public string Table { get; set; } = "";

    public IActionResult OnGet()
    {
        if (Figures.Tables.FirstOrDefault(t => t.Name == Table) is not { } table)
            return NotFound();
        var file = new FigureTable(
            table.Name, [table.RowsBy, .. table.ColumnsBy is null ? ["persons"] : table.Columns],
            [.. table.Rows.Select((row, i) => (IReadOnlyList<TableCell>)[row, .. table.Cells[i].Select(cell => (TableCell)cell)])])
        { IsPlain = true };
        return File(CsvTable.Of(file), CsvTable.ContentType, $"tipsom-{Release.Number}-{table.Name}.csv");
    }
}
