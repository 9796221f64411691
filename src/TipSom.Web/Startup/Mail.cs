using TipSom.Web.Telling;

namespace TipSom.Web.Startup;

public static class Mail
{
    /// <summary>Reads the settings of the mail server, and refuses to start with half of them. Without a host no worker runs.</summary>
    public static WebApplicationBuilder AddTipSomMail(this WebApplicationBuilder builder)
    {
        var given = builder.Configuration;
        var settings = new MailOptions
        {
            Host = given["Mail:Host"],
            Port = given.GetValue("Mail:Port", 25),
            From = given["Mail:From"],
            User = given["Mail:User"],
            Password = given["Mail:Password"],
            UseTls = given.GetValue("Mail:UseTls", false),
            PublicUrl = given["Mail:PublicUrl"]
        };
        if (settings.Problem is { } problem)
            throw new InvalidOperationException(problem);
        if (!settings.UseTls)
            builder.RefuseOpenLine("Mail:Host", "Set Mail:UseTls.");
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(settings));
        builder.Services.AddSingleton<MailText>();
        builder.Services.AddSingleton<MailSender>();
        if (settings.IsSet)
            builder.Services.AddHostedService<MailWorker>();
        return builder;
    }
}
