using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>The few things a provider must know to say whether there is a place. Nothing here has to be answered.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class PlacementModel(TipSomDbContext db) : VictimPageModel(db)
{
    /// <summary>The need whose provider is being chosen, to lead back to.</summary>
    [FromQuery(Name = "need")]
    public Guid? NeedId { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string ChooseUrl => $"/cases/{Case.Number}/people/{Position}/refer" + (NeedId is { } need ? $"?need={need}" : "");

    public void OnGet() => Input = InputModel.Of(Person.Placement);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Case.MustBeOpen();
        Person.Place(new Placement(
            Input.ChildrenAlong, Input.OldestBoy, Input.NeedsAccess, Input.HasCourtOrder, Input.HasIdentityPapers, Input.Security));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(ChooseUrl);
    }

    public sealed class InputModel
    {
        [Range(0, Placement.MostChildren)]
        public int? ChildrenAlong { get; set; }

        [Range(0, Age.Majority - 1)]
        public int? OldestBoy { get; set; }

        public bool? NeedsAccess { get; set; }

        public bool? HasCourtOrder { get; set; }

        public bool? HasIdentityPapers { get; set; }

        public SecurityLevel? Security { get; set; }

        public static InputModel Of(Placement known) => new()
        {
            ChildrenAlong = known.ChildrenAlong,
            OldestBoy = known.OldestBoy,
            NeedsAccess = known.NeedsAccess,
            HasCourtOrder = known.HasCourtOrder,
            HasIdentityPapers = known.HasIdentityPapers,
            Security = known.Security
        };
    }
}
