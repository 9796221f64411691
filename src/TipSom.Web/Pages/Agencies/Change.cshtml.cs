using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agencies;

/// <summary>Gives an agency other names.</summary>
[RequirePermission(Permission.KeepAgencies), StepUp]
public sealed class ChangeModel(TipSomDbContext db, KeptAgencies agencies, CurrentUser user) : AgencyPageModel(db, agencies)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsOwn => Id == user.AgencyId;

    public void OnGet() => (Input.NameEn, Input.NameUr) = (Agency.NameEn, Agency.NameUr);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Agency.Rename(Input.NameEn!.Trim(), Input.NameUr!.Trim());
        await Agencies.RenameAsync(Agency, ct);
        return Done(AgencyNotice.Changed);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter the name in English."), StringLength(Agency.NameMaxLength)]
        public string? NameEn { get; set; }

        [Required(ErrorMessage = "Enter the name in Urdu."), StringLength(Agency.NameMaxLength)]
        public string? NameUr { get; set; }
    }
}
