using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Localization;
using TipSom.Data.Telling;
using TipSom.Domain.Telling;
using TipSom.Web.Localisation;

namespace TipSom.Web.Telling;

/// <summary>
/// A mail in the language of who gets it: that a referral needs them, or that there is news of one, its number and a link. No name, no
/// fact: a mailbox is read by others, on telephones that get lost.
/// </summary>
public sealed class MailText(IStringLocalizer<Ui> texts)
{
    public MailMessage Of(TakenMail mail, MailOptions settings)
    {
        CultureInfo.CurrentUICulture = Cultures.Find(mail.Culture) ?? Cultures.English;
        var from = new MailAddress(settings.From!);
        var portal = settings.PublicUrl!.TrimEnd('/');
        // Isolated, so that it does not turn round in an Urdu sentence; without control characters, which would end the header.
        var number = $"\u2066{string.Concat(mail.Number.Where(c => !char.IsControl(c)))}\u2069";
        var isAgreement = mail.Kind is NotificationKind.AgreementEnding or NotificationKind.AgreementToApprove;
        var isCase = mail.Kind is NotificationKind.LegalDeadlineNear or NotificationKind.LegalDeadlinePassed;
        var told = isCase ? texts["A case needs you"] : (mail.IsReferral, isAgreement, mail.IsWork) switch
        {
            // The number of a case stays in the portal.
            (false, false, true) when Notification.OfCase.Contains(mail.Kind) => texts["A case needs you"],
            (false, false, false) when Notification.OfCase.Contains(mail.Kind) => texts["There is news about a case"],
            _ when mail.Kind is NotificationKind.LooksByOthers => texts["Other units opened something in your cases"],
            _ when mail.Kind is NotificationKind.RoleToConfirm or NotificationKind.AccountsDormant or NotificationKind.ManyOpenings || Notification.OfAccount.Contains(mail.Kind) => texts["There is news about an account"],
            _ when mail.Kind is NotificationKind.ReturnDue => texts["Figures that your agency owes: {0}", number],
            _ when mail.Kind is NotificationKind.ConnectAsked => texts["Another unit asks you something: {0}", number],
            _ when mail.Kind is NotificationKind.ConnectAnswered => texts["A unit you asked answered: {0}", number],
            _ when Notification.OfEmergency.Contains(mail.Kind) => texts["Openings in an emergency: {0}", number],
            (true, _, true) => texts["A referral needs you: {0}", number],
            (true, _, false) => texts["There is news about a referral: {0}", number],
            (false, true, true) => texts["An agreement needs you: {0}", number],
            (false, true, false) => texts["There is news about an agreement: {0}", number],
            // A need in nobody's hands.
            (false, false, true) => texts["Somebody's need waits for you"],
            (false, false, false) => texts["There is news about somebody's need"]
        };
        var message = new MailMessage(from, new MailAddress(mail.Address))
        {
            Subject = $"TipSom: {told}",
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = string.Join("\r\n",
                told, "", portal + (mail.IsReferral ? $"/referrals/{mail.Number}" : "/notifications"), "",
                texts["This message says nothing about anybody. Sign in to read more, and write nothing about a person in a mail."], "",
                texts["Choose which mails you get:"], $"{portal}/account/notifications", "")
        };
        // The same at every attempt: whoever gets it twice can tell that it is one.
        message.Headers.Add("Message-ID", $"<{mail.Id:n}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Culture);
        return message;
    }
}
