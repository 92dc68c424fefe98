import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { AuthenticationModule } from '../../authentication/authentication.module.js';
import { ForgottenPasswordController } from './forgotten-password.controller.js';
import { IdentityLinksController } from './identity-links.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitedPostsController } from './invited-posts.controller.js';
import { OwnAccountController } from './own-account.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasswordController } from './password.controller.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PeopleAccountsController } from './people-accounts.controller.js';
import { RecoveryCodesController } from './recovery-codes.controller.js';
import { SecondFactorRemovalController } from './second-factor-removal.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SecondStepQuestions } from './second-step-questions.js';
import { SecondStepSetUpController } from './second-step-set-up.controller.js';
import { SecondStepRequiredController } from './second-step-required.controller.js';
import { SingleSignOnController } from './single-sign-on.controller.js';

@Module({
  imports: [AuthenticationModule, DirectoryModule],
  controllers: [
    ForgottenPasswordController,
    IdentityLinksController,
    InvitationsController,
    InvitedPostsController,
    OwnAccountController,
    PasskeysController,
    PasswordResetController,
    PasswordController,
    PeopleAccountsController,
    RecoveryCodesController,
    SecondFactorController,
    SecondFactorRemovalController,
    SecondStepController,
    SecondStepRequiredController,
    SecondStepSetUpController,
    SingleSignOnController,
  ],
  providers: [SecondStepQuestions],
})
export class AccountPagesModule {}
