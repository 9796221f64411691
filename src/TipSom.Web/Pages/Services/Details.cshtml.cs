using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Services;

/// <summary>Says anew whom a service takes.</summary>
[RequirePermission(Permission.KeepServices)]
public sealed class DetailsModel(TipSomDbContext db) : ServicePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Languages = await Db.LanguageChoicesAsync(ct);
        return null;
    }

    public void OnGet() => Input = new InputModel { Takes = EligibilityInput.Of(Service.Eligibility) };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Service.Take(Input.Takes.Said(Languages));
        await Db.SaveChangesAsync(ct);
        return ToServices(ServiceNotice.Changed);
    }

    public sealed class InputModel
    {
        public EligibilityInput Takes { get; set; } = new();
    }
}
