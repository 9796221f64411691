using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using TipSom.Data.Audit;
using TipSom.Web.Startup;
using TipSom.Web.Telling;

namespace TipSom.Web.Audit;

/// <summary>
/// Signs the heads of the trail every ten minutes and once more when the portal stops. What cannot be written is said in the log at every
/// try; the portal serves meanwhile, since the chains in the database grow all the same.
/// </summary>
public sealed class AnchorWorker(
    AuditAnchors anchors, MailSender sender, IOptions<AnchorOptions> options, IOptions<MailOptions> mail, TimeProvider clock, ILogger<AnchorWorker> log)
    : Worker(clock, log)
{
    private static readonly TimeSpan BetweenMails = TimeSpan.FromHours(1);

    private DateTimeOffset lastMail = DateTimeOffset.MinValue;

    /// <summary>Anchors once. Whether it is on the disk.</summary>
    public async Task<bool> WorkAsync(CancellationToken ct)
    {
        var settings = options.Value;
        if (!settings.IsSet)
        {
            Log.LogError("The audit trail is not anchored: TipSom:Audit:SigningKey and TipSom:Audit:AnchorFile are not set");
            return false;
        }

        try
        {
            if (settings.MakeKey)
                SigningKey.Make(settings.SigningKey!);
            var (line, anchor) = await anchors.SignAsync(settings.SigningKey!, settings.AnchorFile!, ct);
            Log.LogInformation("Anchored {Chains} chains of the audit trail", anchor.Heads.Count);
            await TellOversightAsync(settings, line, ct);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The message may name a file, never a person; the next try is soon.
            Log.LogError("The audit trail could not be anchored: {Failure}", failure.GetType().Name);
            return false;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (options.Value.IsSet)
            await WorkAsync(cancellationToken);
    }

    protected override TimeSpan Pause => TimeSpan.FromMinutes(options.Value.Minutes);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }

    // Heads only, once an hour: who gets them can later prove what stood there.
    private async Task TellOversightAsync(AnchorOptions settings, string line, CancellationToken ct)
    {
        if (settings.AnchorMail is not { } address || !mail.Value.IsSet || Clock.GetUtcNow() - lastMail < BetweenMails)
            return;
        var error = await sender.SendAsync(
            () => new MailMessage(mail.Value.From!, address, "TipSom: heads of the audit trail", line) { BodyEncoding = Encoding.UTF8 }, ct);
        if (error is null)
            lastMail = Clock.GetUtcNow();
        else
            Log.LogWarning("Could not mail the heads of the audit trail: {Error}", error);
    }
}
