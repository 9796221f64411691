using TipSom.Data.RowSecurity;
using TipSom.Domain.Telling;

namespace TipSom.Data.Telling;

/// <summary>What the mail worker may do with the outbox: take what is due, and say what became of it. It belongs to no account.</summary>
public sealed class Outbox(ProgramDatabase database)
{
    /// <summary>Takes mails that are due, emergencies first; nobody else gets them until the lease ends.</summary>
    public async Task<IReadOnlyList<TakenMail>> TakeAsync(int batch, TimeSpan lease, DateTimeOffset now, CancellationToken ct) => await database.ListAsync(
        ProgramWork.Mail, "select id, address, culture, kind, is_work, is_urgent, number, is_referral, attempt from telling.take_mail($1, $2, $3)",
        row => new TakenMail(
            row.GetGuid(0), row.GetString(1), row.GetString(2), Enum.Parse<NotificationKind>(row.GetString(3)), row.GetBoolean(4),
            row.GetBoolean(5), row.GetString(6), row.GetBoolean(7), row.GetInt32(8)),
        ct, batch, lease, now);

    /// <summary>A server took it. False where it was marked before.</summary>
    public Task<bool> SentAsync(TakenMail mail, DateTimeOffset now, CancellationToken ct) =>
        database.AskAsync<bool>(ProgramWork.Mail, "select telling.mail_sent($1, $2)", ct, mail.Id, now);

    /// <summary>No server took it; it waits until <paramref name="againAt"/>.</summary>
    public Task FailedAsync(TakenMail mail, MailError error, DateTimeOffset againAt, DateTimeOffset now, CancellationToken ct) => database.ListAsync(
        ProgramWork.Mail, "select from telling.mail_failed($1, $2, $3, $4, $5)", _ => true, ct, mail.Id, mail.Attempt, error.ToString(), againAt, now);
}

/// <summary>A mail one worker has to itself.</summary>
/// <param name="Id">Its id, and its Message-ID.</param>
/// <param name="Address">To where.</param>
/// <param name="Culture">The language of the account.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="IsWork">Whether it asks the person to act.</param>
/// <param name="IsUrgent">Whether it is about an emergency.</param>
/// <param name="Number">Number of the referral or the agreement.</param>
/// <param name="IsReferral">Whether the number is a referral's.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record TakenMail(
    Guid Id, string Address, string Culture, NotificationKind Kind, bool IsWork, bool IsUrgent, string Number, bool IsReferral, int Attempt)
{
    /// <summary>Whoever logs it by mistake logs no address.</summary>
    public override string ToString() => $"mail {Id}";
}
