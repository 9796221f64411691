using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>Somebody leaves, today: what waits for them is handed on, sessions end, and the account is shut and kept, so that the trail keeps its names.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class LeaveModel(TipSomDbContext db, KeptAccounts accounts) : TakersPageModel(db, accounts)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public static IReadOnlyList<PostingEnd> Reasons { get; } =
        [PostingEnd.LeftService, PostingEnd.EndOfContract, PostingEnd.Discipline, PostingEnd.EnteredInError];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        await Accounts.LeaveAsync(Id, Input.Reason!.Value, Input.Takers, ct);
        return Done(AccountNotice.Left);
    }

    public sealed class InputModel : TakersInput
    {
        [Required(ErrorMessage = "Choose why.")]
        public PostingEnd? Reason { get; set; }
    }
}
