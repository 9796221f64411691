using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Services;

/// <summary>Offers a service at the own unit or a unit below it.</summary>
[RequirePermission(Permission.KeepServices)]
public sealed class NewModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.AgencyId == user.AgencyId && u.EndedAt == null && OwnServices.Keeps(u.Id)).OrderBy(u => u.NameEn).ToListAsync(ct);
        Units = [.. units.Select(u => new Choice(u.Id.ToString(), new BilingualName(u.NameEn, u.NameUr).Here))];
        if (Input.UnitId is null && units.FirstOrDefault(u => u.Id == user.UnitId) is { } own)
            (Input.UnitId, Input.DistrictCode) = (own.Id, Input.DistrictCode ?? own.DistrictCode);
        Districts = await db.DistrictChoicesAsync(ct);
        Languages = await db.LanguageChoicesAsync(ct);
        return null;
    }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.DistrictCode is not null && Districts.All(d => d.Value != Input.DistrictCode))
            ModelState.AddModelError("Input.DistrictCode", texts["Choose a district."]);
        if (Input.UnitId is not null && Units.All(u => u.Value != Input.UnitId.ToString()))
            ModelState.AddModelError("Input.UnitId", texts["Choose the unit."]);
        if (Input.Total is null != Input.Free is null)
            ModelState.AddModelError("Input.Free", texts["Write both numbers, or none where the service has no places."]);
        if (!ModelState.IsValid)
            return Page();
        var service = new ProviderService(user.AgencyId, Input.UnitId!.Value, Input.Service!.Value, Input.DistrictCode!, Input.Takes.Said(Languages));
        if (Input is { Total: { } total, Free: { } free })
            service.ConfirmPlaces(total, free, clock.GetUtcNow(), user.Actor);
        db.Add(service);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/services?done={ServiceNotice.Offered}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the service.")]
        public ServiceType? Service { get; set; }

        [Required(ErrorMessage = "Choose the unit.")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "Choose a district.")]
        public string? DistrictCode { get; set; }

        public EligibilityInput Takes { get; set; } = new();

        [Range(0, ProviderService.MostPlaces)]
        public int? Free { get; set; }

        [Range(0, ProviderService.MostPlaces)]
        public int? Total { get; set; }
    }
}
