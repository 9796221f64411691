using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Services;

/// <summary>No longer offers a service.</summary>
[RequirePermission(Permission.KeepServices)]
public sealed class StopModel(TipSomDbContext db, TimeProvider clock) : ServicePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Service.Stop(clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToServices(ServiceNotice.Stopped);
    }

    public sealed class InputModel
    {
        [Range(typeof(bool), "true", "true", ErrorMessage = "Confirm that it is no longer offered.")]
        public bool Confirmed { get; set; }
    }
}
