using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Units;

/// <summary>Adds a unit below one of the own tree.</summary>
[RequirePermission(Permission.KeepUnits), StepUp]
public sealed class NewModel(TipSomDbContext db, KeptUnits units, CurrentUser user) : RecordPageModel
{
    private IReadOnlyList<Unit> tree = [];
    private AgencyKind agency;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Above => tree.Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here));

    public IReadOnlyList<UnitKind> Kinds => Unit.KindsOf(agency);

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        tree = await db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct);
        agency = await db.Agencies.Where(g => g.Id == user.AgencyId).Select(g => g.Kind).SingleAsync(ct);
        Districts = await db.DistrictChoicesAsync(ct);
        return null;
    }

    public void OnGet() => Input.AboveId = user.UnitId;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (tree.FirstOrDefault(u => u.Id == Input.AboveId) is not { } above || Input.DistrictCode is { } code && !Districts.Any(d => d.Value == code))
            return NotFound();
        var unit = above.AddBelow(
            agency, Input.Kind!.Value, Input.Code!.Trim(), Input.NameEn!.Trim(), Input.NameUr!.Trim(), Input.DistrictCode, Input.Phone?.Trim());
        await units.AddAsync(unit, ct);
        return LocalRedirect($"/admin/units?done={UnitNotice.Added}");
    }

    public sealed class InputModel : UnitInput
    {
        [Required(ErrorMessage = "Choose the unit above it.")]
        public Guid? AboveId { get; set; }

        [Required(ErrorMessage = "Choose what kind of unit it is.")]
        public UnitKind? Kind { get; set; }

        [Required(ErrorMessage = "Enter a code."), StringLength(Agency.CodeMaxLength)]
        public string? Code { get; set; }

        public string? DistrictCode { get; set; }
    }
}
