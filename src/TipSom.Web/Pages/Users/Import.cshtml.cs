using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.Imports;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Binding;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>
/// Invites several people by a list: shows what would be made, and after a second press makes all of them or none, and their codes this once.
/// Between the two the list is kept in the page itself, sealed for who sent it; the database and the disk keep nothing of it. Sent again, it makes nobody
/// twice: whoever has not come gets another code, and the one before is worth nothing.
/// </summary>
[RequirePermission(Permission.KeepPeople), StepUp, RepeatIsHarmless]
[LargestForm(LargestBody), RequestFormLimits(MemoryBufferThreshold = LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class ImportModel(
    TipSomDbContext db, KeptAccounts accounts, AccountCodes codes, IDataProtectionProvider protection, CurrentUser user, TimeProvider clock,
    IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    private const int LargestBody = 1024 * 1024;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(20);

    // Urdu names as they are: escaped they would be three times as long.
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IReadOnlyList<AccountLine>? lines;

    [BindProperty]
    public IFormFile? List { get; set; }

    /// <summary>The list that was looked at, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public IReadOnlyList<(Unit Unit, Agency Agency)> Places { get; private set; } = [];

    /// <summary>What would be made; null before a file was read.</summary>
    public IReadOnlyList<PlannedAccount>? Plan { get; private set; }

    public bool IsInOrder => Plan?.All(p => p.Problems.Count == 0) == true;

    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => Places.Any(p => Grants.Of(user.Role, p.Agency.Kind).Contains(role)));

    /// <summary>The codes, shown this once.</summary>
    public IReadOnlyList<(string Name, string UserName, string Code, DateTimeOffset GoodUntil)> Slips { get; private set; } = [];

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("list of accounts", user.Id.ToString("D")).ToTimeLimitedDataProtector();

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Places = await db.InvitePlacesAsync(user, ct);
        lines = Protector.OpenOrNull(Kept) is { } list ? JsonSerializer.Deserialize<List<AccountLine>>(list) : null;
        Plan = lines is null ? null : await PlanAsync(lines, ct);
        return null;
    }

    public async Task OnGetAsync(bool tooLarge, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (tooLarge)
            ModelState.AddModelError(nameof(List), texts[AccountList.TooMany]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (lines is not null)
            return await MakeAsync(lines, ct);
        if (Kept is not null)
            ModelState.AddModelError(nameof(List), texts["The list was looked at too long ago. Choose the file again."]);
        else if (List is null || List.Length == 0)
            ModelState.AddModelError(nameof(List), texts["Choose the file with the list."]);
        if (!ModelState.IsValid)
            return Page();
        if (List!.Length > AccountList.FileMaxLength)
            throw new RuleBrokenException(AccountList.TooMany);
        var file = await List.BytesAsync(ct);
        var read = AccountList.Read(file);
        Kept = Protector.Protect(JsonSerializer.Serialize(read, AsTyped), KeptFor);
        Plan = await PlanAsync(read, ct);
        return Page();
    }

    private async Task<IActionResult> MakeAsync(IReadOnlyList<AccountLine> list, CancellationToken ct)
    {
        // A second post of the same list waits here until the first has committed, and then finds its accounts.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({list[0].Id.ToString()}, 0))", ct);
        var ids = list.Select(l => l.Id).ToList();
        var made = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Waits = u.PasswordHash == null && u.DisabledAt == null }).ToListAsync(ct);
        if (made.Count == 0)
        {
            if (!IsInOrder)
                throw new RuleBrokenException("Nobody was invited: lines of the list are wrong. Correct the file and choose it again.");
            await accounts.InviteAsync([.. Plan!.Select(p => (p.Line.Id, p.Account!))], ct);
        }

        var waiting = list.Where(l => made.TrueForAll(m => m.Id != l.Id || m.Waits)).ToList();
        if (waiting.Count == 0)
            throw new RuleBrokenException("Everybody on this list has begun already, or is shut out.");
        var given = await codes.InviteAsync([.. waiting.Select(l => l.Id)], user.Actor, ct);
        var goodUntil = clock.GetUtcNow() + AccountCodes.InvitationLasts;
        Slips = [.. waiting.Zip(given, (line, code) => (line.DisplayName, line.UserName, code, goodUntil))];
        return Page();
    }

    private async Task<IReadOnlyList<PlannedAccount>> PlanAsync(IReadOnlyList<AccountLine> list, CancellationToken ct)
    {
        var (ids, names) = (list.Select(l => l.Id).ToList(), list.Select(l => l.UserName.ToUpperInvariant()).ToList());
        var taken = await db.Users.Where(u => names.Contains(u.NormalizedUserName!) && !ids.Contains(u.Id)).Select(u => u.NormalizedUserName!).ToListAsync(ct);
        return AccountList.Plan(list, user.Role, Places, taken.ToHashSet());
    }
}
