using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting.Exports;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Exports;

/// <summary>Which columns the file for the National Police Bureau has. Analysts read it; the national administrator saves a new version.</summary>
[RequirePermission(Permission.ExportFigures)]
public sealed class TemplateModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : RecordPageModel
{
    public static IReadOnlyList<ExportField> Fields { get; } = Enum.GetValues<ExportField>();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; init; }

    public ExportTemplate Template { get; private set; } = ExportTemplate.Default;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Template = await db.ExportTemplateAsync(ct);
        return null;
    }

    public void OnGet()
    {
        var columns = Template.Columns.Index().ToDictionary(c => c.Item.Field, c => (c.Index, c.Item.Heading));
        Input = new InputModel
        {
            Version = Template.Version,
            Columns = [.. Fields.Select(f => columns.TryGetValue(f, out var c) ? new ColumnInput { Place = c.Index + 1, Heading = c.Heading } : new ColumnInput { Heading = $"{f}" })]
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!user.May(Permission.KeepExportTemplates))
            return Forbid();
        if (Input.Columns.Count != Fields.Count)
            return BadRequest();
        if (!ModelState.IsValid)
            return Page();
        if (Input.Version != Template.Version)
            throw new RuleBrokenException(ExportTemplate.Overtaken);
        var columns = Fields.Zip(Input.Columns).Where(c => c.Second.Place is not null).OrderBy(c => c.Second.Place).Select(c => new TemplateColumn(c.Second.Heading ?? "", c.First));
        db.Add(ExportTemplate.Save(Template, [.. columns], user.Actor, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/statistics/exports/template?saved=true");
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        public List<ColumnInput> Columns { get; set; } = [];
    }

    public sealed class ColumnInput
    {
        [Range(1, 99, ErrorMessage = "Enter a place from 1 to 99.")]
        public int? Place { get; set; }

        [StringLength(ExportTemplate.HeadingMaxLength, ErrorMessage = ExportTemplate.NoHeading)]
        public string? Heading { get; set; }
    }
}
