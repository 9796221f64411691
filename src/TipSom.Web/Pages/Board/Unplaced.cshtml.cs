using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>
/// The national desk finds a place for a need that nobody has in hand, and names the provider it has spoken to. The sender, who holds the
/// identity, sends. No identity stands here.
/// </summary>
[RequirePermission(Permission.PlaceNeeds)]
public sealed class UnplacedModel(TipSomDbContext db, TimeProvider clock) : PageModel, IShowsRecord
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public UnplacedNeed Unplaced { get; private set; } = null!;

    public BilingualName From { get; private set; } = null!;

    public string? Phone { get; private set; }

    public BilingualName District { get; private set; } = null!;

    /// <summary>Providers the desk may name: they fit, or lack nothing but a place, which the desk may ask for.</summary>
    public IReadOnlyList<ProviderRow> Proposable { get; private set; } = [];

    public IReadOnlyList<ProviderRow> NotProposable { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var found = await (
                from u in db.UnplacedNeeds
                join f in db.Units on u.FromUnitId equals f.Id
                join d in db.Districts on u.DistrictCode equals d.Code
                where u.Id == Id
                select new { Need = u, From = new BilingualName(f.NameEn, f.NameUr), f.Phone, District = new BilingualName(d.NameEn, d.NameUr) })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Unplaced, From, Phone, District) = (found.Need, found.From, found.Phone, found.District);
        var rows = await ProviderRow.OfAsync(db, RequestOf(Unplaced), null, Now, ct);
        (Proposable, NotProposable) = ([.. rows.Where(IsProposable)], [.. rows.Where(r => !IsProposable(r))]);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } instead)
            return instead;
        if (!ModelState.IsValid)
            return Page();
        if (Proposable.Concat(NotProposable).FirstOrDefault(r => r.Service.Id == Input.ServiceId) is not { } chosen)
            return NotFound();
        var clocks = await db.ReferralClocksAsync(ct);
        if (Unplaced.Turn == Side.Sender)
        {
            Unplaced.TakeOver(clocks, Now);
            await db.SaveChangesAsync(ct);
        }

        Unplaced.Propose(chosen.Fit, Input.Note, clocks, Now);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/");
    }

    private static bool IsProposable(ProviderRow row) => row.Fit.Problems.All(p => p == FitProblem.NoPlaces);

    private static PlacementRequest RequestOf(UnplacedNeed need) => new(
        need.Service, Domain.Victims.VictimGroups.Of(need.Sex, need.IsChild), need.AgeYears, need.DistrictCode, need.ProvinceCode, need.FromAgencyId);

    public sealed class InputModel
    {
        [System.ComponentModel.DataAnnotations.Required(ErrorMessage = "Choose a provider.")]
        public Guid? ServiceId { get; set; }

        [System.ComponentModel.DataAnnotations.StringLength(UnplacedNeed.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
