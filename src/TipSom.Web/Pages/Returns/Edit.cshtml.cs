using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Writes the figures of a draft. All that can be read is kept, whether it fits or not; what does not fit is said beside the figure.</summary>
[RequirePermission(Permission.WriteReturns)]
public sealed class EditModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReturnPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public static IEnumerable<NationalIndicator> OfPeople { get; } = Enum.GetValues<NationalIndicator>().Where(i => !FigureCell.IsByLaw(i));

    public static IEnumerable<NationalIndicator> ByLaw { get; } = Enum.GetValues<NationalIndicator>().Where(FigureCell.IsByLaw);

    /// <summary>The place of a cell in the form.</summary>
    public static int PlaceOf(FigureCell cell) => Places[cell];

    private static readonly Dictionary<FigureCell, int> Places = FigureCell.All.Index().ToDictionary(c => c.Item, c => c.Index);

    protected override Return? Choose(IReadOnlyList<Return> versions) => OwnDraft(versions);

    public void OnGet()
    {
        var figures = Return.Figures;
        Input = new InputModel
        {
            Note = Return.Note,
            Cells = [.. FigureCell.All.Select(c => new CellInput { Value = figures.Values.TryGetValue(c, out var value) ? value : null })]
        };
        foreach (var problem in figures.Problems())
            ModelState.AddModelError($"Input.Cells[{PlaceOf(problem.Cell)}].Value", ReturnLabels.Of(problem, texts));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Cells.Count != FigureCell.All.Count)
            return BadRequest();
        if (!ModelState.IsValid)
            return Page();
        var typed = FigureCell.All.Zip(Input.Cells).Where(c => c.Second.Value is not null).ToDictionary(c => c.First, c => c.Second.Value!.Value);
        Return.Write(new FigureSet(typed), Input.Note, Actor, clock.GetUtcNow());
        await Db.SaveReturnsAsync([Return], ct);
        return LocalRedirect(Return.Figures.Problems().Count > 0 ? $"{Address}/edit" : $"{Address}?done={ReturnNotice.Saved}");
    }

    public sealed class InputModel
    {
        /// <summary>In the order of <see cref="FigureCell.All"/>.</summary>
        public List<CellInput> Cells { get; set; } = [];

        [StringLength(Return.WordsMaxLength)]
        public string? Note { get; set; }
    }

    public sealed class CellInput
    {
        [Range(0, FigureSet.Highest, ErrorMessage = FigureSet.Negative)]
        public int? Value { get; set; }
    }
}
