using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Pages.Units;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Agencies;

/// <summary>Puts an agency on record with the first unit of its tree; its administrator is invited there and adds the others.</summary>
[RequirePermission(Permission.KeepAgencies), StepUp]
public sealed class NewModel(TipSomDbContext db, KeptAgencies agencies) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Districts = await db.DistrictChoicesAsync(ct);
        return null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
            return Page();
        if (Input.DistrictCode is { } district && !Districts.Any(d => d.Value == district))
            return NotFound();
        var code = Input.Code!.Trim();
        Agency.RefuseCode(code);
        var agency = new Agency(code, Input.Kind!.Value, Input.NameEn!.Trim(), Input.NameUr!.Trim());
        await agencies.AddAsync(agency, agency.Root(Input.DistrictCode, Input.Phone?.Trim()), ct);
        return LocalRedirect($"/admin/agencies?done={AgencyNotice.Added}");
    }

    public sealed class InputModel : UnitInput
    {
        [Required(ErrorMessage = "Choose what kind of agency it is.")]
        public AgencyKind? Kind { get; set; }

        [Required(ErrorMessage = "Enter a code."), StringLength(Agency.CodeMaxLength)]
        public string? Code { get; set; }

        public string? DistrictCode { get; set; }
    }
}
