using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Services;

/// <summary>How many places there are and how many are free; also what the one-tap buttons of the lists post to.</summary>
[RequirePermission(Permission.ConfirmPlaces)]
public sealed class PlacesModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ServicePageModel(db)
{
    private const int LinesShown = 20;

    /// <summary>The list the form was tapped in.</summary>
    [FromQuery(Name = "back")]
    public string? Back { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<Line> History { get; private set; } = [];

    public string BackUrl => Back == "inbox" ? "/inbox" : "/services";

    public sealed record Line(PlaceChange Change, string? Who);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        History = await (
                from c in Db.PlaceChanges.AsNoTracking()
                where c.ProviderServiceId == Id
                orderby c.At descending, c.Id
                select new Line(c, Db.Users.Where(u => u.Id == c.ActorId).Select(u => u.DisplayName).FirstOrDefault()))
            .Take(LinesShown).ToListAsync(ct);
        return null;
    }

    public void OnGet() => Input = new InputModel { Total = Service.PlacesTotal, Free = Service.PlacesFree };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Service.ConfirmPlacesSeen(Input.Seen, Input.Total!.Value, Input.Free!.Value, clock.GetUtcNow(), user.Actor);
        await Db.SaveChangesAsync(ct);
        return Back == "inbox" ? LocalRedirect("/inbox") : ToServices(ServiceNotice.Confirmed);
    }

    public sealed class InputModel
    {
        [Required, Range(0, ProviderService.MostPlaces)]
        public int? Total { get; set; }

        [Required, Range(0, ProviderService.MostPlaces)]
        public int? Free { get; set; }

        /// <summary>The free places that were shown; null where none were ever confirmed.</summary>
        public int? Seen { get; set; }
    }
}
