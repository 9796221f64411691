using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Finding;
using TipSom.Domain;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.Startup;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Finding;

/// <summary>
/// Finds a person or a case by whatever number or name somebody has. Posted, so that no name stands in an address; each search is recorded,
/// and a repeated post is another one.
/// </summary>
[RequirePermission(Permission.FindPeople), RepeatIsHarmless, EnableRateLimiting(RateLimits.Search)]
public sealed class FindModel(TipSomDbContext db, Finder finder, IndexKeeper keeper, CurrentUser user, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    /// <summary>What was found; null before a search.</summary>
    public Finds? Found { get; private set; }

    /// <summary>How far the index is filled; null when it is ready.</summary>
    public (long Read, long Total)? Filling => keeper.IsReady ? null : (keeper.Read, keeper.Total);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.DistrictCode is not null && Districts.All(d => d.Value != Input.DistrictCode))
            ModelState.AddModelError("Input.DistrictCode", texts["Choose a district."]);
        if (!ModelState.IsValid)
            return Page();
        Found = await finder.FindAsync(
            SearchTerm.Read(Digits.Fold(Input.Text!)), new FindBesides(Input.Parent, Input.Age, Input.DistrictCode), user.Actor, ct);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Districts = await db.DistrictChoicesAsync(ct);
        return null;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write a number or a name.")]
        [StringLength(SearchTerm.MaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Text { get; set; }

        [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Parent { get; set; }

        [Range(0, Domain.Victims.Age.Highest, ErrorMessage = "Enter an age from 0 to 120.")]
        public int? Age { get; set; }

        public string? DistrictCode { get; set; }
    }
}
