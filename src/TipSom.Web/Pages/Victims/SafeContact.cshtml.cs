using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>How a person may be reached without harm, way by way. A way nobody asked about is not safe.</summary>
[RequirePermission(Permission.OpenIdentities)]
public sealed class SafeContactModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : SealedIdentityPageModel(db, cipher)
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input = InputModel.Of(null, null);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Opens)
        {
            Input = await OpenAsync(user.Actor, now, ct) is ({ } details, var version) ? InputModel.Of(details.Contact, version) : InputModel.Of(null, null);
            return Page();
        }

        Forget(nameof(Reason));
        if (!ModelState.IsValid)
            return Page();
        var contact = Input.Contact();
        Person.NoteContact(contact);
        Keep(Kept() with { Contact = contact }, Input.Version, CaseEventKind.ContactChanged, user.Actor, now);
        await Db.SaveChangesAsync(ct);
        return ToPerson(PersonNotice.ContactChanged);
    }

    public sealed class InputModel
    {
        public List<RuleInput> Rules { get; set; } = [];

        [StringLength(SafeContact.WordsMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Hours { get; set; }

        [StringLength(SafeContact.WordsMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? CodeWord { get; set; }

        public bool MayLeaveMessage { get; set; }

        public bool? IsShared { get; set; }

        /// <summary>Which state of the identity the form was opened on; none where nothing was kept.</summary>
        public long? Version { get; set; }

        /// <summary>A line for each way, with what is kept of it.</summary>
        public static InputModel Of(SafeContact? kept, long? version) => new()
        {
            Rules = [.. Enum.GetValues<ContactChannel>().Select(channel => RuleInput.Of(channel, kept?.Rules.FirstOrDefault(r => r.Channel == channel)))],
            Hours = kept?.Hours,
            CodeWord = kept?.CodeWord,
            MayLeaveMessage = kept?.MayLeaveMessage == true,
            IsShared = kept?.IsShared,
            Version = version
        };

        public SafeContact Contact() => new(
            [.. Rules.Where(r => r.IsAllowed is not null).Select(r => new ContactRule(r.Channel, r.IsAllowed == true, r.How)).DistinctBy(r => r.Channel)],
            Hours, CodeWord, MayLeaveMessage, IsShared);
    }

    public sealed class RuleInput
    {
        public ContactChannel Channel { get; set; }

        public bool? IsAllowed { get; set; }

        [StringLength(ContactRule.HowMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? How { get; set; }

        public static RuleInput Of(ContactChannel channel, ContactRule? kept) => new() { Channel = channel, IsAllowed = kept?.IsAllowed, How = kept?.How };
    }
}
