using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;

namespace TipSom.Data.Mapping;

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("sessions", TipSomDbContext.IdentitySchema);
        builder.HasKey(s => s.KeyHash);
        builder.Property(s => s.Device).HasMaxLength(UserSession.LabelMaxLength);
        builder.Property(s => s.Place).HasMaxLength(UserSession.LabelMaxLength);
        builder.Property(s => s.HiddenUrl).HasMaxLength(UserSession.UrlMaxLength);
        builder.HasIndex(s => s.Id).IsUnique().HasDatabaseName("ux_sessions_id");
        builder.HasIndex(s => s.IdleUntil).HasDatabaseName("ix_sessions_idle_until");
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("authenticators", TipSomDbContext.IdentitySchema);
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.UserId).IsUnique().HasDatabaseName("ux_authenticators_user_id");
    }
}

internal sealed class CodeCardMapping : IEntityTypeConfiguration<CodeCard>
{
    public void Configure(EntityTypeBuilder<CodeCard> builder)
    {
        builder.ToTable("code_cards", TipSomDbContext.IdentitySchema);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.UserId).IsUnique().HasDatabaseName("ux_code_cards_user_id");
    }
}

internal sealed class UserPasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys", TipSomDbContext.IdentitySchema);
        builder.OwnsOne(k => k.Data, data => data.ToJson("data"));
        // Identity's store marks the whole row as changed each time a key is used; whose it is, the runtime role may not change.
        builder.Property(k => k.UserId).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}

internal sealed class KnownDeviceMapping : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices", TipSomDbContext.IdentitySchema);
        builder.HasKey(d => new { d.UserId, d.TokenHash });
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KnownPlaceMapping : IEntityTypeConfiguration<KnownPlace>
{
    public void Configure(EntityTypeBuilder<KnownPlace> builder)
    {
        builder.ToTable("known_places", TipSomDbContext.IdentitySchema);
        builder.HasKey(p => new { p.UserId, p.PlaceHash });
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GuessCountMapping : IEntityTypeConfiguration<GuessCount>
{
    public void Configure(EntityTypeBuilder<GuessCount> builder)
    {
        builder.ToTable("guess_counts", TipSomDbContext.IdentitySchema);
        builder.HasKey(c => c.KeyHash);
        builder.HasIndex(c => c.TriedAt).HasDatabaseName("ix_guess_counts_tried_at");
    }
}

internal sealed class UsedCeremonyMapping : IEntityTypeConfiguration<UsedCeremony>
{
    public void Configure(EntityTypeBuilder<UsedCeremony> builder) => builder.ToTable("used_ceremonies", TipSomDbContext.IdentitySchema);
}

internal sealed class AccountCodeMapping : IEntityTypeConfiguration<AccountCode>
{
    public void Configure(EntityTypeBuilder<AccountCode> builder)
    {
        builder.ToTable("account_codes", TipSomDbContext.IdentitySchema, t =>
            t.HasCheckConstraint("ck_account_codes_not_for_oneself", "issued_by <> user_id"));
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.IssuedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.UserId).IsUnique().HasFilter("ended_at is null").HasDatabaseName("ux_account_codes_open");
    }
}
